// Three things that Gradio does not do: a new question comes to the top, so that its answer is read
// from its beginning; a screen reader hears a message's words instead of its markup; the links
// between our own pages stay in the same tab.
(() => {
  "use strict";
  let asked = 0;
  const tidy = () => {
    for (const link of document.querySelectorAll("#masthead a[target]")) {
      link.removeAttribute("target");
    }
    const chat = document.querySelector("#chat");
    if (!chat) return;
    for (const message of chat.querySelectorAll("[data-testid='user'], [data-testid='bot']")) {
      const who = message.dataset.testid === "user" ? "Question" : "Answer";
      if (message.getAttribute("aria-label") !== who) message.setAttribute("aria-label", who);
    }
    const questions = chat.querySelectorAll(".user-row");
    if (questions.length > asked) {
      questions[questions.length - 1].scrollIntoView({ block: "start" });
    }
    asked = questions.length;
  };
  new MutationObserver(tidy).observe(document.documentElement, { childList: true, subtree: true });
})();
