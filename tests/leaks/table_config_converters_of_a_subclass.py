# finds: nothing
import logging.config
# --- next cell
class Configurator(logging.config.DictConfigurator):
    value_converters = dict(logging.config.DictConfigurator.value_converters, env="from_environment")

    def from_environment(self, name):
        return "INFO"

Configurator.value_converters["file"] = "from_environment"
print(Configurator({"version": 1}).convert("env://LEVEL"))
