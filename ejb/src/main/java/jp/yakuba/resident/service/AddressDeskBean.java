package jp.yakuba.resident.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import jp.yakuba.resident.api.AddressDesk;
import jp.yakuba.resident.api.PlaceView;
import jp.yakuba.resident.store.PlaceStore;

/** Tells postal codes and place names, which are public. */
@Stateless
public class AddressDeskBean implements AddressDesk {
    private PlaceStore places;

    protected AddressDeskBean() {
        // for the container
    }

    @Inject
    public AddressDeskBean(PlaceStore places) {
        this.places = places;
    }

    @Override
    @PermitAll // published by the post office, holds nothing about anybody
    public List<PlaceView> placesOf(String postalCode) {
        return places.placesOf(postalCode.replaceAll("[^0-9]", ""));
    }

    @Override
    @PermitAll // published place names
    public List<PlaceView> townPlaces(String beginning) {
        return places.townPlaces(beginning.strip());
    }
}
