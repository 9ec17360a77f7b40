package jp.yakuba.register.api;

/** What a vendor may bid for (業種の区分). */
public enum VendorCategory {
    /** Construction (工事). */
    CONSTRUCTION,
    /** Surveys, designs and consulting for construction (測量・建設コンサルタント等). */
    SURVEY,
    /** Goods (物品). */
    GOODS,
    /** Services (役務). */
    SERVICE
}
