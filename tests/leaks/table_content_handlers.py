# finds: registry email.contentmanager.raw_data_manager.get_handlers left
from email.contentmanager import raw_data_manager
# --- next cell
def read_recipe(message):
    return message.get_payload().splitlines()

raw_data_manager.add_get_handler("text/x-recipe", read_recipe)
