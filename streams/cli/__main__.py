"""`python -m streams.cli`: the same as `newsmill`."""

from . import main

main(prog_name="newsmill")
