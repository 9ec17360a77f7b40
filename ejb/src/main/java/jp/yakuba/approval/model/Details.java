package jp.yakuba.approval.model;

import jakarta.json.JsonArrayBuilder;
import java.util.List;
import java.util.Objects;
import jp.yakuba.approval.api.ProxyGround;
import jp.yakuba.kernel.HouseJson;

/** What a line of the history tells beyond words, in canonical form: names in alphabetical order, no blanks. */
final class Details {
    private Details() {}

    static String ofProposal(Asked asked, List<ProposalStep> steps) {
        return HouseJson.JSON.createObjectBuilder()
                .add("amends", text(asked.amends()))
                .add("amount", asked.amount())
                .add("decisionClass", text(asked.decisionClass()))
                .add("follows", text(asked.follows()))
                .add("matter", asked.matter())
                .add("proxyExcluded", asked.proxyExcluded())
                .add("route", ofRoute(steps.stream().map(step -> step.asStop(step.kind())).toList()))
                .add("rule", text(asked.rule()))
                .add("section", asked.section())
                .add("subjectId", asked.subjectId().toString())
                .add("subjectType", asked.subjectType())
                .add("title", asked.title())
                .add("urgent", asked.urgent())
                .add("wantedBy", text(asked.wantedBy()))
                .build()
                .toString();
    }

    static String ofProxy(ProxyGround ground) {
        return HouseJson.JSON.createObjectBuilder()
                .add("for", ground.post())
                .add("holder", text(ground.holder()))
                .add("order", ground.order())
                .add("returnsOn", text(ground.returnsOn()))
                .build()
                .toString();
    }

    static String ofStops(List<Stop> added) {
        return added.isEmpty() ? null : HouseJson.JSON.createObjectBuilder().add("added", ofRoute(added)).build().toString();
    }

    static String ofPerson(Officer to) {
        return HouseJson.JSON.createObjectBuilder().add("id", to.id().toString()).add("name", to.name()).build().toString();
    }

    private static JsonArrayBuilder ofRoute(List<Stop> stops) {
        var array = HouseJson.JSON.createArrayBuilder();
        stops.forEach(stop -> array.add(HouseJson.JSON.createObjectBuilder()
                .add("kind", stop.kind().name())
                .add("post", stop.post())
                .add("postName", stop.postName())
                .add("section", text(stop.sectionName()))
                .add("stage", stop.stage())));
        return array;
    }

    private static String text(Object value) {
        return Objects.toString(value, "");
    }
}
