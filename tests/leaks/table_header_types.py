# finds: registry email.policy.default.header_factory.registry left
import email.policy
from email.headerregistry import UniqueUnstructuredHeader
# --- next cell
email.policy.default.header_factory.map_to_type("x-shelf", UniqueUnstructuredHeader)
