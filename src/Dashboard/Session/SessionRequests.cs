namespace Territory.Dashboard.Session;

public sealed record SignInRequest(string Email, string Password);

public sealed record AcceptInvitationRequest(string Token, string Name, string Password, string? Email = null);

public sealed record LanguageRequest(string Language);
