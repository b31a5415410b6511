namespace Territory.Model.Visits;

/// <summary>The steps of a call in order (拜访八步骤).</summary>
/// <remarks>Source: the eight steps of a call as published for beverage route selling; the list is data, replace it freely.</remarks>
public sealed record VisitProtocol(IReadOnlyList<VisitStepDefinition> Steps)
{
    public const string Prepare = "prepare";
    public const string Greet = "greet";
    public const string StoreCheck = "store-check";
    public const string Merchandise = "merchandise";
    public const string DetermineOrder = "determine-order";
    public const string Presentation = "presentation";
    public const string Close = "close";
    public const string Administration = "administration";

    public static VisitProtocol EightSteps { get; } = new(
    [
        new(Prepare, new("准备", "Prepare")),
        new(Greet, new("打招呼", "Greet")),
        new(StoreCheck, new("店情检查", "Store check")),
        new(Merchandise, new("产品生动化", "Merchandise")),
        new(DetermineOrder, new("确定订单", "Determine order")),
        new(Presentation, new("销售陈述", "Presentation")),
        new(Close, new("回顾与总结", "Recap and close")),
        new(Administration, new("行政工作", "Administration")),
    ]);

    public bool Has(string code) => Steps.Any(step => step.Code == code);
}
