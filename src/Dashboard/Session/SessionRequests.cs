namespace Territory.Dashboard.Session;

public sealed record SignInRequest(string Email, string Password);

public sealed record AcceptInvitationRequest(string Token, string Name, string Password, string? Email = null);

/// <summary>Opens the day that a driver link is for.</summary>
public sealed record DriverLinkRequest(string Token);

public sealed record LanguageRequest(string Language);
