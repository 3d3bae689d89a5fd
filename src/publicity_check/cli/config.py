"""``publicity-check config``: what applies here, and where each value comes from."""

from pathlib import Path

import click
import msgspec

from publicity_check.cli.options import config_path
from publicity_check.cli.output import print_plain, print_text
from publicity_check.config.load import FILE_NAME, read_config
from publicity_check.config.model import Config
from publicity_check.rulebook.toml import line_of


@click.command("config")
@click.argument("path", default=".", required=False)
@click.option("--config", "config_file", type=click.Path(path_type=Path), help="Use this configuration file.")
@click.option("--isolated", is_flag=True, help="Use no configuration file.")
@click.option("--schema", is_flag=True, help="Print the JSON schema of configuration files, for editors.")
def command(path: str, config_file: Path | None, isolated: bool, schema: bool) -> None:
    """Show the configuration that applies to PATH (the present folder), with the origin of every value."""
    if schema:
        print_text(schema_of_config())
        return
    file = config_path(path, config_file, isolated=isolated)
    config = read_config(file) if file else Config()
    text = file.read_text(encoding="utf-8-sig") if file else ""
    lines = [f"Configuration: {file or f'none ({FILE_NAME} was looked for upwards)'}", ""]
    data = msgspec.to_builtins(config)
    for name in Config.__struct_fields__:
        if name not in data:
            lines.append(f"{name} = {_shown(getattr(config, name))}  (default)")
            continue
        several = name in ("project", "bind", "suppress")
        for position, value in enumerate(data[name] if several else [data[name]]):
            place = f"{name}[{position}]" if several else name
            lines.append(f"{place} = {_shown(value)}  ({file}:{line_of(text, place) or 1})")
    print_plain("\n".join(lines))


def schema_of_config() -> str:
    """Return the JSON schema of a configuration file, as editors take it for TOML."""
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": FILE_NAME}
    return msgspec.json.format(msgspec.json.encode({**head, **msgspec.json.schema(Config)}), indent=2).decode()


def _shown(value: object) -> str:
    return msgspec.json.encode(value).decode()
