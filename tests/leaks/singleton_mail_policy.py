# finds: attribute email.policy.default.max_line_length left
import email.policy
# --- next cell
object.__setattr__(email.policy.default, "max_line_length", 40)
