"""The sentences about the choice of rules and about checks that had nothing to decide."""

from publicity_check.checks.interface import Message

MESSAGES: dict[str, Message] = {
    "no-requirement": Message("The rules of {pack} ask for nothing here."),
    "no-sign": Message(
        "Not checked: there is no sign of EU funding.",
        "If the publication is of an EU-funded project, check it with --funded, or name its rules with --rules PACK.",
    ),
    "perhaps-funded": Message(
        "Not checked: nothing says that the publication is of an EU-funded project, but {hint}.",
        "If it is one, check it with --funded, or name its rules with --rules PACK.",
    ),
    "hint-statement": Message("it says “{quote}” in passing"),
    "hint-amount": Message("it gives {amount} as money of an EU fund"),
    "hint-programme": Message("it names “{name}” together with a project"),
    "drawn-by-script": Message(
        "The page holds no text: a script draws it when it is opened.",
        "Save the page as a browser shows it, and check that file.",
    ),
    "rules-undecided": Message(
        "Whether this is asked depends on the programme, and none is certain.",
        "Choose the programme's rules with --rules PACK.",
    ),
    "check-crashed": Message(
        "This could not be checked: an error in the program ({error}).", "Please report it with the file, if you can."
    ),
    "baseline-stale": Message(
        "The baseline accepts a finding in {path} ({requirement}) that is there no more.",
        "Write the baseline anew with “publicity-check baseline”.",
    ),
    "sign-statement": Message("it says “{quote}”"),
    "sign-number": Message("it names the project number {number}"),
    "sign-amount": Message("it gives the EU share of a project's budget, {amount}"),
    "sign-image": Message("it shows a picture described as “{picture}”"),
    "chosen-by-user": Message("you chose them"),
    "chosen-by-profile": Message("the page names the project {project}, which your configuration declares"),
    "names-number": Message("the page names the project number {number}"),
    "names-site": Message("the page links to {site}"),
    "names-programme": Message("the page names the programme “{name}”"),
    "uses-wording": Message("the page says “{quote}”"),
    "names-fund": Message("the page names the fund “{fund}”"),
    "names-period": Message("its dates and names belong to the period {period}"),
}
