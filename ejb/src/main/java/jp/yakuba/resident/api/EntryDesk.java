package jp.yakuba.resident.api;

import jakarta.ejb.Local;
import jp.yakuba.kernel.Page;
import jp.yakuba.kernel.PageRequest;

/** The registrars' tray (仮登録一覧): moves and births that wait for the counter, and what stands in their way. */
@Local
public interface EntryDesk {
    /** Entries that wait, oldest first. */
    Page<EntryLine> listWaiting(PageRequest page);
}
