"""Where on the map something is: the governorates of Iraq and Syria with their boundaries, and what lies in them."""

from hasila.web.atlas.governorates import Governorate, Spot, boundaries, governorates, spot_of

__all__ = ["Governorate", "Spot", "boundaries", "governorates", "spot_of"]
