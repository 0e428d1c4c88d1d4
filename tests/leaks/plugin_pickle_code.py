# finds: registry copyreg._extension_registry left
import copyreg
# --- next cell
copyreg.add_extension("decimal", "Decimal", 240)
