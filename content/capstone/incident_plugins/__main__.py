"""`python -m incident_plugins`: the command line."""

from incident_plugins.cli import main

raise SystemExit(main())
