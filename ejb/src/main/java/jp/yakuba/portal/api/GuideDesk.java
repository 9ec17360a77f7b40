package jp.yakuba.portal.api;

import jakarta.ejb.Local;
import java.util.List;
import java.util.Map;

/** The guide: questions that end in exactly the procedures a household needs. Open to everybody; keeps nothing. */
@Local
public interface GuideDesk {
    /** The guides that are open, in order. */
    List<GuideLine> list();

    /** The next question after the answers given so far, or the result. */
    GuideStep next(String guide, Map<String, String> answers);
}
