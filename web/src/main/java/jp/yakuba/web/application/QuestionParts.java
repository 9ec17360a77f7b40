package jp.yakuba.web.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;

/** The parts in which an address is asked after its postal code. */
@Named
@ApplicationScoped
public class QuestionParts {
    public List<String> getAddress() {
        return List.of("place", "lot", "building");
    }
}
