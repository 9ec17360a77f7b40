package jp.yakuba.approval.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A proposal and its route as people see it.
 *
 * @param id of the proposal
 * @param version to be named with each deed
 * @param matter code in the delegation table
 * @param amount yen, 0 if none
 * @param subjectType kind of its subject
 * @param subjectId its subject
 * @param title 件名
 * @param text 伺い文, the present one
 * @param textVersion 1 for the first text
 * @param contentHash SHA-256 of everything that is decided on
 * @param files files that are decided on
 * @param state PROPOSED, DECIDED, SENT_BACK, REJECTED, WITHDRAWN, ABANDONED
 * @param urgent 急施
 * @param wantedBy day by which a decision is wanted; null if none
 * @param decisionClass 決裁区分: KO, OTSU, HEI, TEI
 * @param rule article and rule of the delegation table; null if no line names the matter
 * @param section code of the section that proposed
 * @param drafter name of who proposed
 * @param drafterId who proposed
 * @param proposedAt when
 * @param closedAt when it was decided or closed; null while open
 * @param follows the earlier proposal on the same subject; null if none
 * @param amends the decided proposal that it changes; null if none
 * @param route its stops in order
 * @param deeds what the asker may do with it now
 * @param proxy why the asker may stand in; null if not
 */
public record ProposalView(
        UUID id,
        long version,
        String matter,
        long amount,
        String subjectType,
        UUID subjectId,
        String title,
        String text,
        int textVersion,
        String contentHash,
        List<ProposalFile> files,
        String state,
        boolean urgent,
        LocalDate wantedBy,
        String decisionClass,
        String rule,
        String section,
        String drafter,
        UUID drafterId,
        Instant proposedAt,
        Instant closedAt,
        UUID follows,
        UUID amends,
        List<Step> route,
        Set<ApprovalDeed> deeds,
        ProxyGround proxy) {

    /**
     * One stop of the route.
     *
     * @param number its place, from 1
     * @param stage stops of one stage are asked at the same time
     * @param kind what is asked of it
     * @param post code of the post
     * @param postName its title on the day of the proposal
     * @param sectionName its section on that day
     * @param person who acted; null until then
     * @param byProxy true if that was somebody standing in
     * @param state AHEAD, WAITING, DONE, RETURNED, OBJECTED, PASSED_OVER, REJECTED, DROPPED
     * @param at when it was acted; null until then
     * @param comment words that came with it
     * @param dueOn until when it should act; null unless it waits
     * @param assignee name of the holder it was handed to; null if any holder may act
     * @param holder who holds the post today; null if nobody does, or if the stop is closed
     * @param away first open day of the holder's return, if away now; null if present
     */
    public record Step(
            int number,
            int stage,
            StopKind kind,
            String post,
            String postName,
            String sectionName,
            String person,
            boolean byProxy,
            String state,
            Instant at,
            String comment,
            LocalDate dueOn,
            String assignee,
            String holder,
            LocalDate away) {
        private Step withComment(String words) {
            return new Step(number, stage, kind, post, postName, sectionName, person, byProxy, state, at, words, dueOn, assignee,
                    holder, away);
        }
    }

    /** The sheet with other words in it: title, text and the comments of the route, in this order; null stays null. */
    public ProposalView withWords(List<String> words) {
        var steps = IntStream.range(0, route.size()).mapToObj(at -> route.get(at).withComment(words.get(at + 2))).toList();
        return new ProposalView(id, version, matter, amount, subjectType, subjectId, words.get(0), words.get(1), textVersion,
                contentHash, files, state, urgent, wantedBy, decisionClass, rule, section, drafter, drafterId, proposedAt,
                closedAt, follows, amends, steps, deeds, proxy);
    }

    /** Title, text and the comments of the route. */
    public List<String> words() {
        return Stream.concat(Stream.of(title, text), route.stream().map(Step::comment)).collect(Collectors.toList());
    }

    /** True if the asker may do this now. */
    public boolean may(ApprovalDeed deed) {
        return deeds.contains(deed);
    }
}
