// Two things that Gradio's chat does not do: a new question comes to the top, so that its answer
// is read from its beginning, and a screen reader hears a message's words instead of its markup.
(() => {
  "use strict";
  let asked = 0;
  const tidy = () => {
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
