# finds: registry optparse.Option.TYPE_CHECKER left
import optparse
# --- next cell
def check_percent(option, name, value):
    return float(value.rstrip("%")) / 100

optparse.Option.TYPE_CHECKER["percent"] = check_percent
