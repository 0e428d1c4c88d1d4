# finds: codec codecs.register_error shop permanent
import codecs
# --- next cell
def say(error):
    return "?" * (error.end - error.start), error.end

codecs.register_error("shop", say)
try:
    print("5 €".encode("ascii", "shop"))
finally:
    codecs.register_error("shop", codecs.strict_errors)
