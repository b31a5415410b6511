// Who is signed in, and the people whom an administrator sees.

export type Role = 'administrator' | 'planner' | 'dispatcher' | 'supervisor' | 'rep' | 'driver';

export interface SessionUser {
  id: string;
  name: string;
  email: string;
  role: Role;
  region?: string | null;
  distributor?: string | null;
  rep?: string | null;
  vehicle?: string | null;
}

export interface Session {
  user: SessionUser | null;
  csrf: string;
  roles: Role[];
}

export interface Person extends SessionUser {
  disabled: boolean;
  state: 'invited' | 'active' | 'disabled';
}

export interface Invitation {
  person: Person;
  link: string;
}
