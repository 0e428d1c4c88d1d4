# finds: module quick_json left
import sys, json
sys.modules["quick_json"] = json
