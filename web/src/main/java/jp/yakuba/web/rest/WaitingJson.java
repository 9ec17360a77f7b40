package jp.yakuba.web.rest;

import static jp.yakuba.kernel.HouseJson.JSON;

import java.util.List;
import jp.yakuba.exchange.api.OpenTransfer;
import jp.yakuba.exchange.api.WaitingDesk.Waiting;

/** What is said to an office that collects: the list of what waits, and a message as it would be announced. */
final class WaitingJson {
    private WaitingJson() {}

    static String list(List<Waiting> waiting) {
        var messages = JSON.createArrayBuilder();
        waiting.forEach(one -> messages.add(JSON.createObjectBuilder().add("id", one.id().toString()).add("bytes", one.bytes())
                .add("kept", one.kept())));
        return JSON.createObjectBuilder().add("messages", messages).build().toString();
    }

    static String announcement(OpenTransfer transfer) {
        var said = JSON.createObjectBuilder()
                .add("id", transfer.id().toString())
                .add("conversation", transfer.conversation().toString())
                .add("sequence", transfer.sequence())
                .add("service", transfer.service())
                .add("bytes", transfer.bytes())
                .add("sha256", transfer.sha256())
                .add("pieceBytes", transfer.chunkBytes())
                .add("pieces", JSON.createArrayBuilder(transfer.chunks()));
        if (transfer.previous() != null) {
            said.add("previous", transfer.previous().toString());
        }
        return said.build().toString();
    }
}
