# finds: registry copyreg._extension_registry reverted
import copyreg
import decimal
import pickle
# --- next cell
copyreg.add_extension("decimal", "Decimal", 240)
try:
    print(len(pickle.dumps(decimal.Decimal, 2)) < 12)
finally:
    copyreg.remove_extension("decimal", "Decimal", 240)
