"""What the reader of a report wishes: language, colours, width, and how much."""

import msgspec


class ReportOptions(msgspec.Struct, frozen=True, gc=False):
    """How a report is to be written; machine formats heed ``tool_version`` alone.

    ``language`` is the language of the sentences ("lv"); one without a catalogue is English. ``width`` is in
    characters. ``quiet`` leaves out what is in order, advice and remarks; ``verbose`` adds what passed and
    what does not apply.
    """

    language: str = "en"
    color: bool = False
    width: int = 88
    verbose: bool = False
    quiet: bool = False
    tool_version: str = ""
