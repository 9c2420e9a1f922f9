import './jitless.ts'
import { legacyLogicalPropertiesTransformer, StyleProvider } from '@ant-design/cssinjs'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { App, ConfigProvider } from 'antd'
import en from 'antd/es/locale/en_US'
import zh from 'antd/es/locale/zh_CN'
import { createRoot } from 'react-dom/client'
import { ApiError } from './api.ts'
import { chosenLanguage, chosenLargeText, LanguageContext } from './language.ts'
import { makeRouter } from './router.tsx'
import './parts.css'
import './style.css'
import { themeFor } from './theme.ts'

const language = chosenLanguage()
const large = chosenLargeText()
document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
if (large) document.documentElement.classList.add('large')

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // what the server refused it refuses again; only silence is worth another try
      retry: (times, error) => times < 2 && error instanceof ApiError && [0, 503].includes(error.status),
    },
  },
})

createRoot(document.getElementById('root')!).render(
  <StyleProvider hashPriority="high" transformers={[legacyLogicalPropertiesTransformer]}>
    <ConfigProvider
      locale={language === 'zh' ? zh : en}
      theme={themeFor(large)}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
    >
      <App>
        <LanguageContext.Provider value={language}>
          <QueryClientProvider client={queries}>
            <RouterProvider router={makeRouter()} />
          </QueryClientProvider>
        </LanguageContext.Provider>
      </App>
    </ConfigProvider>
  </StyleProvider>,
)
