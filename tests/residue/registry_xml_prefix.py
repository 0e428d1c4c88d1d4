# finds: registry xml.etree.ElementTree._namespace_map left
import xml.etree.ElementTree as ET
ET.register_namespace("x", "urn:x")
