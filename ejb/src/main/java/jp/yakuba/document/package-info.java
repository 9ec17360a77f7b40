/**
 * Records (文書): every application and letter is a numbered record; files are kept byte for byte by their SHA-256.
 */
@Domain(japanese = "文書", storey = Domain.Storey.FOUNDATION, uses = {"account", "approval", "audit", "notification", "organization", "resident", "signature"})
package jp.yakuba.document;

import jp.yakuba.house.Domain;
