# finds: nothing
import email.policy
# --- next cell
try:
    email.policy.default.max_line_length = 40
except AttributeError as error:
    print(error)
short = email.policy.default.clone(max_line_length=40) + email.policy.SMTP
