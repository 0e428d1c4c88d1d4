# finds: registry email.contentmanager.raw_data_manager.get_handlers reverted
from email.contentmanager import raw_data_manager
from email.message import EmailMessage
# --- next cell
raw_data_manager.add_get_handler("text/x-recipe", lambda message: message.get_payload().split())
try:
    message = EmailMessage()
    message["Content-Type"] = "text/x-recipe"
    message.set_payload("salt oil")
    print(message.get_content())
finally:
    del raw_data_manager.get_handlers["text/x-recipe"]
