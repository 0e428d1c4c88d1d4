# finds: attribute threading._main_thread._name left
import threading
# --- next cell
threading.current_thread().name = "shop"
