package jp.yakuba.resident.api;

import jakarta.ejb.Local;
import java.util.List;

/** The address desk: postal codes of the whole country and the 町字 of this town. */
@Local
public interface AddressDesk {
    /** Places behind a postal code of seven digits; empty if unknown. */
    List<PlaceView> placesOf(String postalCode);

    /** The 町字 of this town that begin with the words, in order. */
    List<PlaceView> townPlaces(String beginning);
}
