export interface MenuItemOptions {
  readonly id?: string
  readonly label?: string
  readonly type?: string
  readonly role?: string
  readonly enabled?: boolean
  readonly visible?: boolean
  readonly checked?: boolean
  readonly accelerator?: string
  readonly click?: (item: MenuItem, window: unknown, event: object) => void
  readonly submenu?: readonly MenuItemOptions[] | Menu
}

export class MenuItem {
  readonly id: string | undefined
  readonly type: string
  readonly role: string | undefined
  readonly accelerator: string | undefined
  readonly submenu: Menu | undefined
  readonly click: (...args: unknown[]) => void
  label: string
  enabled: boolean
  visible: boolean
  checked: boolean

  constructor(options: MenuItemOptions) {
    const { submenu } = options
    this.id = options.id
    this.role = options.role
    this.accelerator = options.accelerator
    this.label = options.label ?? ''
    this.type = options.type ?? (submenu ? 'submenu' : 'normal')
    this.enabled = options.enabled ?? true
    this.visible = options.visible ?? true
    this.checked = options.checked ?? false
    this.submenu = submenu instanceof Menu || submenu === undefined ? submenu : Menu.buildFromTemplate(submenu)
    this.click = () => options.click?.(this, undefined, {})
  }
}

/** Not shown anywhere; tests click items by id. */
export class Menu {
  static #application: Menu | null = null
  readonly items: MenuItem[] = []

  static buildFromTemplate(template: readonly (MenuItemOptions | MenuItem)[]): Menu {
    const menu = new Menu()
    for (const item of template) menu.append(item instanceof MenuItem ? item : new MenuItem(item))
    return menu
  }

  static setApplicationMenu(menu: Menu | null): void {
    Menu.#application = menu
  }

  static getApplicationMenu(): Menu | null {
    return Menu.#application
  }

  append(item: MenuItem): void {
    this.items.push(item)
  }

  getMenuItemById(id: string): MenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id)
      if (found) return found
    }
    return null
  }

  popup(): void {}
  closePopup(): void {}
}
