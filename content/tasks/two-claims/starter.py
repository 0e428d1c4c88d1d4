from incident_plugins.cli import main

# Claim 1: a pager needs a service. Settle it with a command that looks.
LOOK = ["manifest"]
# Claim 2: a call of deliver that fails stays on record. Settle it with a command that acts.
ACT = ["invoke", "delivery", "console", "deliver", "--arg", "title=disk", "--arg", "message=full"]

# What each run leaves open, as a letter.
#   LOOK: a the field exists    b the rule is enforced     c the field has no default
#   ACT:  a the call raised     b its arguments are kept   c other actions keep theirs
OPEN = "??"

print(main(LOOK), main(ACT))
