namespace Territory.Model.Dispatch.Edits;

/// <summary>Brings the plan up to the orders as they are now: new ones come to the tray, cancelled ones leave their stops.</summary>
public sealed record TakeInOrders : PlanEdit;
