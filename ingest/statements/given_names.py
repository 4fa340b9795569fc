"""The commonest given names of the English-speaking world, by gender.

They tell a person from a body and "he" from "she" where an article does neither. Names that are
also places, months or common words are left out. Source: the frequent names of the United States
census of 1990; others are in `world_names` or learned from an article's titles and pronouns.
"""

from ingest.statements.vocabulary import vocabulary

_MALE = vocabulary("""
    aaron adam adrian alan albert alberto alejandro alex alexander alfred alfredo allan allen alvin
    andre andrew andy anthony antonio armando arnold arthur barry ben benjamin bernard bill billy
    bob bobby brad bradley brandon brent brett brian bruce bryan byron calvin carl carlos cecil
    charles charlie chester chris christian christopher clarence claude clayton clifford clyde
    cody corey cory craig curtis dale dan daniel danny darrell darren darryl dave david dean dennis
    derek derrick dominic don donald doug douglas duane dustin dwayne dwight earl ed eddie edgar
    eduardo edward edwin elmer enrique eric erik ernest eugene evan felix fernando floyd francisco
    frank franklin fred freddie frederick gabriel gary gene geoffrey george gerald gilbert glen
    glenn gordon graham greg gregory guy harold harry harvey hector henry herbert herman howard
    hugh ian isaac ivan jack jacob jaime james jared jason javier jay jeff jeffrey jeremy jerome
    jerry jesse jim jimmy joe joel john johnnie johnny jon jonathan jorge jose joseph josh joshua
    juan julian julio justin karl keith ken kenneth kent kevin kirk kurt kyle lance larry lawrence
    leo leon leonard leroy lester lloyd lonnie louis luis luke manuel marc marcus mario martin
    marvin mathew matt matthew maurice max melvin michael miguel mike milton mitchell morris nathan
    nathaniel neil nicholas nick norman oliver oscar patrick paul pedro perry pete peter phil
    philip phillip rafael ralph ramon randall randy raul ray raymond reginald ricardo richard rick
    ricky rob robert roberto rodney roger roland ron ronald ronnie roy ruben russell ryan salvador
    sam samuel scott sean sergio seth shane shaun shawn sidney simon stanley stephen steve steven
    stuart ted terrence theodore thomas tim timothy todd tom tommy tony travis trevor troy tyler
    tyrone vernon victor vincent virgil wallace walter wayne wesley willard william zachary
""")
_FEMALE = vocabulary("""
    agnes alice alicia alison allison alma amanda amber amy ana andrea angela anita ann anna anne
    annette annie audrey barbara beatrice becky bernice bertha beth betty beverly bonnie brenda
    bridget brittany carla carmen carol caroline carolyn carrie cassandra catherine cathy charlene
    cheryl christina christine cindy claire clara claudia colleen connie constance crystal cynthia
    daisy danielle darlene deanna debbie deborah debra denise diana diane dianne dolores donna dora
    doris dorothy edith edna eileen elaine eleanor elena elizabeth ella ellen elsie emily emma
    erica erika erin esther ethel eva evelyn felicia frances gail geraldine gertrude gina gladys
    glenda gloria gwendolyn hannah hazel heather heidi helen hilda ida irene irma isabel jacqueline
    jane janet janice jean jeanette jeanne jennifer jenny jessica jill jo joan joann joanna joanne
    josephine joyce juanita judith judy julia julie karen kate katherine kathleen kathryn kathy
    katie katrina kay kimberly kristen kristin kristina laura lauren laurie leah lena leona
    leslie lillian linda lindsay lisa lois loretta lori lorraine louise lucille lucy lydia lynn
    mabel marcia margaret maria marian marie marilyn marjorie marlene marsha martha mary maureen
    maxine megan melanie melinda melissa michele michelle mildred minnie miriam molly monica myrtle
    nancy naomi natalie nicole nina nora norma olga olivia pamela patricia patsy paula pauline
    peggy phyllis priscilla rachel ramona rebecca regina renee rhonda rita roberta rosa rosemary
    ruby ruth sally samantha sandra sara sarah sharon sheila shelly sherri sherry shirley sonia
    sophia stella stephanie sue susan suzanne sylvia tamara tammy tanya tara teresa terri thelma
    theresa tiffany tina toni tonya tracey ursula valerie vanessa velma vera veronica vicki
    victoria violet vivian wanda wendy wilma yolanda yvonne
""")


def gender_of(given_name: str) -> str:
    """Return `m` or `f` for a common given name in any case, else the empty string."""
    name = given_name.lower()
    return "m" if name in _MALE else "f" if name in _FEMALE else ""
