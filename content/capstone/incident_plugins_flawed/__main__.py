"""`python -m incident_plugins_flawed`: the command line."""

from incident_plugins_flawed.cli import main

raise SystemExit(main())
