using Territory.Model;
using Territory.Model.Plans;

namespace Territory.Dashboard.Exports.Sheets;

/// <summary>The words of the printed sheets.</summary>
internal static class SheetWords
{
    public static readonly LocalizedText DispatchOrder = new("流动服务车辆派遣单", "Service-vehicle dispatch order");
    public static readonly LocalizedText LoadList = new("装车单", "Load list");
    public static readonly LocalizedText PickList = new("拣货单", "Pick list");
    public static readonly LocalizedText Unserved = new("未安排", "Unserved");
    public static readonly LocalizedText NothingPlanned = new("当日无配送任务", "Nothing is planned for that day");

    public static readonly LocalizedText OrderNumber = new("单号", "No.");
    public static readonly LocalizedText Version = new("计划版本", "Plan version");
    public static readonly LocalizedText Date = new("日期", "Date");
    public static readonly LocalizedText Region = new("区域", "Region");
    public static readonly LocalizedText Depot = new("仓库", "Depot");
    public static readonly LocalizedText Plate = new("车牌", "Plate");
    public static readonly LocalizedText VehicleType = new("车型", "Type");
    public static readonly LocalizedText Capacity = new("载重容积", "Capacity");
    public static readonly LocalizedText Driver = new("司机", "Driver");
    public static readonly LocalizedText Rep = new("随车业务员", "Rep on board");
    public static readonly LocalizedText Departure = new("计划出发", "Departure");
    public static readonly LocalizedText Return = new("计划返回", "Return");
    public static readonly LocalizedText Distance = new("计划里程", "Distance");
    public static readonly LocalizedText Load = new("计划装载", "Load");

    public static readonly LocalizedText Sequence = new("序", "#");
    public static readonly LocalizedText Outlet = new("终端", "Outlet");
    public static readonly LocalizedText Address = new("地址 电话", "Address, phone");
    public static readonly LocalizedText PlannedArrival = new("计划到达", "Planned");
    public static readonly LocalizedText Task = new("任务 商品×箱", "Task, SKU × cases");
    public static readonly LocalizedText Due = new("应收", "Due");
    public static readonly LocalizedText Notes = new("备注", "Notes");
    public static readonly LocalizedText Arrived = new("实到", "Arrived");
    public static readonly LocalizedText Left = new("实离", "Left");
    public static readonly LocalizedText Delivered = new("实送", "Given");
    public static readonly LocalizedText Paid = new("实收", "Paid");
    public static readonly LocalizedText Refused = new("拒收原因", "Refused");
    public static readonly LocalizedText OwnerSignature = new("店主签字", "Signature");

    public static readonly LocalizedText Deliver = new("送货", "Deliver");
    public static readonly LocalizedText Collect = new("收款", "Collect");
    public static readonly LocalizedText OnAccount = new("月结", "on account");
    public static readonly LocalizedText OnCredit = new("赊销", "next visit");
    public static readonly LocalizedText DockLimit = new("限行", "limit");
    public static readonly LocalizedText OrderCancelled = new("订单已取消", "order cancelled");

    public static readonly LocalizedText ActualTimes = new("实际出车 / 返回", "Left / returned");
    public static readonly LocalizedText ActualDistance = new("实际里程", "Actual km");
    public static readonly LocalizedText FuelAndTolls = new("油费 / 过路费", "Fuel / tolls");
    public static readonly LocalizedText ReturnedGoods = new("回库商品核对", "Returned goods");
    public static readonly LocalizedText Cash = new("现金核对", "Cash");
    public static readonly LocalizedText DriverSignature = new("司机签字", "Driver");
    public static readonly LocalizedText WarehouseSignature = new("仓管签字", "Warehouse");
    public static readonly LocalizedText SupervisorSignature = new("主管签字", "Supervisor");
    public static readonly LocalizedText LoaderSignature = new("装车人签字", "Loaded by");
    public static readonly LocalizedText PickerSignature = new("拣货人签字", "Picked by");

    public static readonly LocalizedText LoadingOrder = new("装车", "Load");
    public static readonly LocalizedText StopNumber = new("站序", "Stop");
    public static readonly LocalizedText Goods = new("商品×箱", "SKU × cases");
    public static readonly LocalizedText Product = new("商品", "SKU");
    public static readonly LocalizedText Cases = new("箱", "Cases");
    public static readonly LocalizedText CaseUnit = new("箱", "cases");
    public static readonly LocalizedText Kilograms = new("kg", "kg");
    public static readonly LocalizedText CubicMeters = new("m³", "m³");
    public static readonly LocalizedText Checked = new("核对", "Check");
    public static readonly LocalizedText Total = new("合计", "Total");
    public static readonly LocalizedText TripTotals = new("本趟商品合计", "Goods of the trip");
    public static readonly LocalizedText AllVehicles = new("全部车辆", "All vehicles");

    public static readonly LocalizedText Orders = new("订单", "Orders");
    public static readonly LocalizedText Reason = new("原因", "Reason");

    public static LocalizedText Trip(int number) => new($"第{number}趟", $"trip {number}");

    public static LocalizedText Continued { get; } = new("（续）", "continued");

    public static LocalizedText Page(int page, int pages) => new($"第 {page} 页 / 共 {pages} 页", $"page {page} of {pages}");

    /// <summary>The plan's load and the orders that are still to go differ, as after a cancellation.</summary>
    public static LocalizedText Differs(int planned, int listed) => new($"计划 {planned} 箱，明细 {listed} 箱", $"planned {planned} cases, listed {listed}");

    public static LocalizedText Earlier(string amount) => new($"含前欠 {amount}", $"incl. {amount} owed");

    public static LocalizedText CashDue(string amount) => new($"现金核对，应收 {amount}", $"Cash, due {amount}");

    public static LocalizedText Status(PlanStatus status) => status switch
    {
        PlanStatus.Published => new("已发布", "published"),
        PlanStatus.Discarded => new("已作废", "discarded"),
        _ => new("草案", "proposed"),
    };
}
