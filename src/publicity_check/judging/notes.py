"""The sentences of notes: remarks on a result that change no outcome."""

from publicity_check.checks.interface import Message

MESSAGES: dict[str, Message] = {
    "prescribed-form": Message("The prescribed form is: “{text}”."),
    "bent-grammar": Message("It is worded as part of a sentence, not in the prescribed form."),
    "co-financed": Message("It says “co-financed” where “co-funded” is prescribed."),
    "lost-diacritics": Message("It is written without its accents."),
    "number-inside": Message("A number stands inside the sentence."),
    "fund-appended": Message("A fund or programme is added to the sentence."),
    "typing-slip": Message("There is a typing slip in it."),
    "words-changed": Message("It says “{text}” where “{expected}” is prescribed."),
    "words-missing": Message("Words of the prescribed form are missing: “{text}”."),
    "words-added": Message("Words are added to the prescribed form: “{text}”."),
    "name-misspelt": Message("It is misspelt; the right form is “{expected}”."),
    "fund-abbreviated": Message("Only the abbreviation is used; the full name is “{expected}”."),
    "link-former-site": Message("{found} is the programme's former site; the present one is {site}."),
    "declared-language-differs": Message("The page declares {declared} as its language, but its text is {language}."),
}
