# finds: nothing
import email.policy
from email.headerregistry import HeaderRegistry, UniqueUnstructuredHeader
# --- next cell
factory = HeaderRegistry()
factory.map_to_type("x-shelf", UniqueUnstructuredHeader)
policy = email.policy.default.clone(header_factory=factory, max_line_length=40)
print(policy.max_line_length)
