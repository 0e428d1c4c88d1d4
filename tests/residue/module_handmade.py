# finds: module settings_page left
import sys
import types

settings_page = types.ModuleType('settings_page')
settings_page.PORT = 8080
sys.modules['settings_page'] = settings_page
from settings_page import PORT
print(PORT)
