"""The command line: a command's module is imported when that command is asked for."""

import click

from .options import settings_options
from .program import Program

__all__ = ["main"]

COMMANDS = {
    "demo": "Start a real Kafka and all workers here, and watch sample articles pass.",
    "run": "Run the pipeline in memory over files; no broker.",
    "broker": "Run the embedded Kafka broker alone.",
    "up": "Run everything: broker, topics, one worker process a stage.",
    "topics": "Create, check or list the topics.",
    "worker": "Run the workers of some stages, or of all.",
    "publish": "Send raw articles, and wait until the broker has them.",
    "tail": "Show the messages of topics.",
    "check": "Say what is wrong here, and what to do.",
    "bench": "Measure the speed of each stage here, alone and on Kafka.",
    "eval": "Score the pipeline on annotated articles.",
    "schemas": "Print the JSON Schemas and the AsyncAPI document.",
}


@click.group(
    cls=Program,
    texts=COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(package_name="newsmill", prog_name="newsmill")
@settings_options
def main() -> None:
    """Reads news from Kafka; cleans, summarises, recognises; writes events to Kafka.

    Begin with `newsmill demo`. Output for programs, JSON lines, goes to standard output when that
    is not a terminal; progress and logs go to standard error.

    Settings come from options, then NEWSMILL_* variables, then newsmill.toml, then defaults.
    """
