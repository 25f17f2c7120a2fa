"""Lets ``python -m reportbuilder`` be the command."""

import sys

from reportbuilder.cli import main

sys.exit(main())
