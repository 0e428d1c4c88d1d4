# finds: registry logging.config.BaseConfigurator.value_converters left
import logging.config
# --- next cell
logging.config.DictConfigurator.value_converters["env"] = "env_convert"
