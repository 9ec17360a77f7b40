package jp.yakuba.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import jp.yakuba.approval.api.ApprovalDesk;
import jp.yakuba.approval.api.ApprovalTaskDesk;
import jp.yakuba.approval.api.ProposalEventLine;
import jp.yakuba.approval.api.ProposalHistoryDesk;
import jp.yakuba.approval.api.ProposalView;
import jp.yakuba.approval.api.TaskKind;
import jp.yakuba.kernel.PageRequest;

/**
 * Decisions for programs that a member of staff uses in place of pages. The desks judge, write down and chain just the same; only JSON is
 * taken, which no form of a foreign page can send.
 */
@Path("office/proposals")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ProposalsResource {
    private static final int PART = 50;
    private static final int LAST = 1_000_000;

    @Inject
    private ApprovalDesk desk;

    @Inject
    private ApprovalTaskDesk tasks;

    @Inject
    private ProposalHistoryDesk history;

    @PathParam("id")
    private UUID id;

    /** What waits, of one kind: urgent ones first, then what is due first. */
    @GET
    public TaskPart list(@QueryParam("kind") @DefaultValue("APPROVE") TaskKind kind, @QueryParam("page") int page) {
        return TaskPart.of(tasks.list(kind, new PageRequest(Math.max(0, Math.min(page, LAST)), PART)));
    }

    /** The sheet; with it the proposal is opened, which is written down. */
    @GET
    @Path("{id}")
    public ProposalView get() {
        return desk.get(id);
    }

    /** What has happened to it. */
    @GET
    @Path("{id}/history")
    public List<ProposalEventLine> events() {
        return history.list(id);
    }

    /** Agrees, or decides, as the sheet was when it was read. */
    @POST
    @Path("{id}/approval")
    public void approve(String body) {
        var sent = SentJson.of(body);
        desk.approve(id, sent.number("version"), sent.words("comment"));
    }

    /** Sends it back to the drafter with the reason in the comment. */
    @POST
    @Path("{id}/return")
    public void sendBack(String body) {
        var sent = SentJson.of(body);
        desk.sendBack(id, sent.number("version"), sent.words("comment"));
    }

    /** Approves those that were opened, each on its own; tells of each what became of it. */
    @POST
    @Path("approvals")
    public List<ApprovalResult> approveOpened(String body) {
        return desk.approveAll(SentJson.of(body).ids("ids")).stream().map(ApprovalResult::of).toList();
    }
}
