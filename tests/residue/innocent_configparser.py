# finds: nothing
import configparser

config = configparser.ConfigParser()
config.read_string("""
[paths]
root = /srv
data = %(root)s/data

[limits]
size = 10
""")
config["limits"]["depth"] = "3"
data = config.get("paths", "data")
size = config.getint("limits", "size")
print(data, size, config.sections(), config.has_option("limits", "width"))
